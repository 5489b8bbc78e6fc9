# Two commands matter most: `make serve` and `make test`. Works with GNU make 3.81 (macOS) and later.
# Everything is installed into .venv from locks with hashes; nothing on the machine is changed,
# except that `make test` may install a browser (tests/tools/browser.py says how).

SHELL := /bin/sh
ADDR ?= 127.0.0.1:8000
FORMAT ?= text
BRANCH ?= main
NPM ?= npm
BIN := .venv/bin
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check
HASHED := $(PIP) install --quiet --require-hashes --no-deps

# Material announces MkDocs 2 on every build; this project stays on MkDocs 1.6.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve site bundle cms archive publish check proposal weekly demo test content ready bench audit pictures lint report update clean FORCE

help: ## Tampilkan daftar perintah ini
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

serve: .venv/project.stamp ## Periksa data, lalu sajikan situs di http://127.0.0.1:8000 (ubah dengan ADDR=)
	@$(BIN)/masterplan check
	@$(PY) -m mkdocs serve --dev-addr "$(ADDR)"

site: .venv/project.stamp ## Periksa data, lalu bangun situs ke folder site/
	@$(BIN)/masterplan check
	@$(PY) -m mkdocs build --quiet --strict
	@echo "Situs selesai di folder site/."

bundle: site ## Bangun situs, lalu salin ke DIR= agar dapat dibuka dari folder tanpa server
	@test -n "$(DIR)" || { echo "Sebut foldernya, mis.: make bundle DIR=../salinan-situs" >&2; exit 2; }
	@$(BIN)/masterplan bundle site "$(DIR)"

cms: .venv/project.stamp .venv/cms.stamp ## Pasang formulir sunting ke site/sunting/, mis. make cms BACKEND=github REPO=pemilik/nama
	@test -n "$(BACKEND)" && test -n "$(REPO)" || { \
	  echo "Sebut tempat datanya, mis.: make cms BACKEND=github REPO=pemilik/nama BRANCH=main" >&2; \
	  echo "BACKEND: github atau gitlab. Boleh juga SIGN_IN= dan SERVER=; lihat masterplan form --help." >&2; exit 2; }
	@$(BIN)/masterplan form site --backend "$(BACKEND)" --repo "$(REPO)" --branch "$(BRANCH)" \
	  $(if $(SIGN_IN),--sign-in "$(SIGN_IN)") $(if $(SERVER),--server "$(SERVER)")

archive: site ## Bangun situs, lalu tulis situs.zip dan situs.tar.gz ke DIR=, untuk kantor tanpa jaringan
	@test -n "$(DIR)" || { echo "Sebut foldernya, mis.: make archive DIR=../arsip" >&2; exit 2; }
	@$(BIN)/masterplan archive site --to "$(DIR)"

publish: ## Bangun situs untuk SITE_URL=, lalu tayangkan di TO=, mis. TO=penerbit@server:/srv/situs
	@test -n "$(TO)" && test -n "$(SITE_URL)" || { \
	  echo "Sebut alamat situs dan tujuannya, mis.: make publish SITE_URL=https://situs.kota.example/ TO=/srv/situs" >&2; exit 2; }
	@$(MAKE) --no-print-directory site SITE_URL="$(SITE_URL)"
	@$(BIN)/masterplan publish site --to "$(TO)"

check: .venv/project.stamp ## Periksa data dan halaman tanpa membangun situs
	@$(BIN)/masterplan check --format $(FORMAT)

proposal: .venv/project.stamp ## Periksa usulan sejak BASE=, ceritakan perubahannya, dan buat pratinjau di DIR=
	@bash .ci/proposal

weekly: .venv/project.stamp ## Laporkan tautan sumber yang mati, kabar yang lama, dan paket ke DIR=, mis. make weekly DIR=perawatan
	@bash .ci/weekly

demo: .venv/project.stamp ## Sajikan kota contoh (rekaan) untuk melihat semua kemampuan situs
	@$(BIN)/masterplan check --project tests/kota-contoh
	@$(PY) -m mkdocs serve -f tests/kota-contoh/mkdocs.yml --dev-addr "$(ADDR)"

test: .venv/project.stamp .venv/test.stamp .venv/report.stamp ## Jalankan semua tes; memasang browser bila belum ada
	@CHROMIUM="$$($(PY) tests/tools/browser.py)" && export CHROMIUM && $(PY) -m pytest -n 2 --dist worksteal -m "not slow"

content: .venv/project.stamp .venv/test.stamp ## Jalankan tes yang harus lulus apa pun isi data/ dan docs/
	@SITE="$(SITE)" $(PY) -m pytest -q -n 2 -m "not slow and not browser and not counted" -k "[metro" tests/site tests/pages tests/release

ready: ## Sesudah make site: tes situs itu, lalu pasang formulir bila BACKEND= dan REPO= disebut; hasilnya siap tayang
	@$(MAKE) --no-print-directory content SITE=site
	@$(if $(BACKEND),$(MAKE) --no-print-directory cms)

audit: .venv/project.stamp .venv/test.stamp .venv/report.stamp ## Jalankan semua tes, termasuk yang lama
	@CHROMIUM="$$($(PY) tests/tools/browser.py)" && export CHROMIUM && $(PY) -m pytest -n 2 --dist worksteal

bench: site .venv/test.stamp .venv/bench.stamp ## Ukur pembangunan situs, halaman, dan pencarian
	@$(PY) tests/bench/run.py
	@$(PY) tests/bench/history.py
	@$(PY) -m tests.bench.diffing
	@$(PY) -m tests.bench.serving site
	@$(PY) -m tests.bench.deploying

pictures: .venv/project.stamp .venv/test.stamp ## Ambil ulang gambar halaman untuk README
	@CHROMIUM="$$($(PY) tests/tools/browser.py)" && export CHROMIUM && $(PY) tests/tools/pictures.py

lint: .venv/project.stamp .venv/test.stamp ## Periksa gaya dan tipe kode Python
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

report: .venv/project.stamp .venv/test.stamp .venv/report.stamp ## Laporkan lisensi dan celah keamanan paket; REPORT= menyimpannya ke berkas
	@$(PY) tests/tools/dependencies.py $(if $(REPORT),"$(REPORT)")

update: .venv/update.stamp ## Perbarui semua versi paket di requirements/*.txt
	@$(LOCK) requirements/site.in -o requirements/site.txt
	@$(LOCK) -c requirements/site.txt requirements/test.in -o requirements/test.txt
	@$(LOCK) requirements/audit.in -o requirements/audit.txt
	@$(LOCK) requirements/bench.in -o requirements/bench.txt
	@$(LOCK) -c requirements/test.txt --no-emit-package pip requirements/report.in -o requirements/report.txt
	@$(LOCK) requirements/update.in -o requirements/update.txt
	@echo "Selesai. Jalankan 'make test', lalu simpan requirements/*.txt."

clean: ## Hapus .venv, site/ dan berkas sementara
	@rm -rf .venv site site-contoh build dist test-results .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
	@find content_tools tests -type d -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# --- The environment. Each stamp is written last, so a broken installation is tried again. ---

# One lock for every platform and every Python from 3.11 on; hashes, no addresses.
LOCK = $(PY) -m uv --no-config pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make update"

# An environment knows the folder it was made in: made anew when the folder was moved or Python is gone.
ifneq ($(shell test "`cat .venv/site.stamp 2>/dev/null`" = "`pwd -P`" && $(PY) -c '' 2>/dev/null && echo ready),ready)
.venv/site.stamp: FORCE
endif

.venv/site.stamp: requirements/site.txt
	@found=; for py in python3 python3.14 python3.13 python3.12 python3.11; do \
	  if $$py -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$py; break; fi; \
	done; \
	if test -z "$$found"; then \
	  echo "Python 3.11 atau lebih baru belum ada di komputer ini." >&2; \
	  echo "  Debian/Ubuntu: sudo apt-get install -y python3 python3-venv" >&2; \
	  echo "  macOS:         brew install python" >&2; \
	  exit 1; \
	fi; \
	if ! $$found -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "Modul venv untuk $$found belum terpasang. Perbaikannya:" >&2; \
	  echo "  sudo apt-get update && sudo apt-get install -y $$found-venv" >&2; \
	  exit 1; \
	fi; \
	echo "Menyiapkan .venv dengan $$($$found --version) ..."; \
	$$found -m venv --clear .venv
	@$(HASHED) -r requirements/site.txt
	@pwd -P > $@

.venv/project.stamp: .venv/site.stamp pyproject.toml
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.stamp: .venv/site.stamp requirements/test.txt
	@echo "Memasang keperluan tes ..."
	@$(HASHED) -r requirements/test.txt
	@touch $@

# The form editor comes from the npm registry; its lock holds hashes, and no script of a package is run.
.venv/cms.stamp: .venv/site.stamp requirements/cms/package.json requirements/cms/package-lock.json requirements/cms/.npmrc
	@$(NPM) --version >/dev/null 2>&1 || { \
	  echo "Formulir memerlukan Node.js dan npm, dan keduanya belum ada di komputer ini." >&2; \
	  echo "  Debian/Ubuntu: sudo apt-get install -y nodejs npm" >&2; \
	  echo "  macOS:         brew install node" >&2; \
	  exit 1; }
	@echo "Memasang formulir sunting ..."
	@mkdir -p .venv/cms && cp requirements/cms/package.json requirements/cms/package-lock.json requirements/cms/.npmrc .venv/cms
	@cd .venv/cms && $(NPM) ci --ignore-scripts --silent
	@touch $@

.venv/bench.stamp: .venv/site.stamp requirements/bench.txt
	@$(HASHED) -r requirements/bench.txt
	@touch $@

.venv/report.stamp: .venv/site.stamp requirements/report.txt
	@$(HASHED) -r requirements/report.txt
	@touch $@

.venv/update.stamp: .venv/site.stamp requirements/update.txt
	@$(HASHED) -r requirements/update.txt
	@touch $@

FORCE:
